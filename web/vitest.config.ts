import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The settings page links to the documentation.
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    include: ['components/**/*.test.{ts,tsx}', 'sandbox/**/*.test.{ts,tsx}', 'admin/**/*.test.{ts,tsx}'],
    // A bound for a busy machine; nothing waits for it.
    testTimeout: 30_000,
    // All cores: left to itself it keeps one free, which is half of them on a small machine.
    maxWorkers: '100%',
    setupFiles: ['components/test_setup.ts'],
  },
});
