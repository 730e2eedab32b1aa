const dateTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });

function format(formatter: Intl.DateTimeFormat, text: string): string {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? text : formatter.format(instant);
}

/** "2026-11-23 11:00" in the viewer's own zone; what is no date is shown as it came. */
export const formatDateTime = (text: string) => format(dateTime, text);

export const formatDate = (text: string) => format(date, text);
