import { z } from 'zod'

/** What a page needs to make a `pusher-js` connection; the browser reaches an embedded gateway at its own hostname. */
export const RealtimeConfig = z.discriminatedUnion('driver', [
  z.object({
    driver: z.literal('pusher'),
    key: z.string(),
    cluster: z.string(),
    host: z.string().nullable(),
    port: z.int().nullable(),
    tls: z.boolean(),
  }),
  z.object({ driver: z.literal('polling') }),
])
export type RealtimeConfig = z.infer<typeof RealtimeConfig>
