/** HTML that is not ours: no script of it runs, and it cannot reach this page. */
export function Letter({ title, html }: { title: string; html: string }) {
  return (
    <iframe
      title={title} sandbox="" srcDoc={html}
      style={{ display: 'block', width: '100%', height: 560, border: '1px solid var(--line)', borderRadius: 8, background: '#fff', colorScheme: 'light' }}
    />
  );
}
