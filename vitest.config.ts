import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  // The time-out ends what hangs; it judges no speed.
  test: { environment: 'node', include: ['lib/**/*.test.ts'], testTimeout: 60_000 },
})
