import { z } from 'zod'
import { endpoints } from '@/lib/contract/endpoint'
import { RealtimeConfig } from '@/lib/contract/realtime'

const RealtimeAuth = z.object({ socket_id: z.string(), channel_name: z.string() })
const RealtimeUserAuth = z.object({ socket_id: z.string() })

const SUBSCRIBING = `The Pusher Channels protocol, version 7. Each person has one channel, \`private-<pengguna id>\`, and only its owner is signed in to it. No content travels through it: a client that hears an event asks the API.

| event | data |
|---|---|
| \`MessageSent\` | \`konsultasi_id\`, \`pesan_id\`, \`urutan\`, \`rev\` |
| \`MessageRead\` | \`konsultasi_id\`, \`sampai\` (the highest \`urutan\` that was marked), \`rev\` |
| \`MessageUpdated\` (deleted, reaction) | \`konsultasi_id\`, \`pesan_id\`, \`rev\` |
| \`KonsultasiUpdated\` (booked, any change of status) | \`konsultasi_id\`, \`status\`, \`rev\` |
| \`Typing\` (to the other side only) | \`konsultasi_id\`, \`pengguna_id\` |

Events may be late, doubled, out of order or lost: ask with \`since=<your last rev>\` on every event, on connecting and on reconnecting, and poll every 30 s as a safety net. Where \`driver\` is \`polling\`, poll every 2 s.`

/** What belongs to no noun: realtime, and whether the system is well. */
export const OPERASI = endpoints({
  'GET /realtime/config': {
    name: 'readRealtimeConfig',
    tag: 'Realtime',
    summary: 'What a Pusher client needs to connect',
    description: SUBSCRIBING,
    peran: 'all',
    answers: [{ status: 200, means: 'Where to connect, or that there is only polling.', data: RealtimeConfig }],
  },
  'POST /realtime/auth': {
    name: 'authorizeChannel',
    tag: 'Realtime',
    summary: 'Sign in to the own channel',
    description:
      'Called by the Pusher client. Any other channel, a malformed `socket_id`, and any call where there is only polling is 403.',
    peran: 'all',
    form: { RealtimeAuth },
    answers: [{ status: 200, means: "Pusher's own answer, without envelope.", bare: z.object({ auth: z.string() }) }],
  },
  'POST /realtime/user-auth': {
    name: 'authenticateSocket',
    tag: 'Realtime',
    summary: 'Tell the realtime server whose socket this is',
    description:
      'Called by the Pusher client for `signin()`. A socket that was signed in is closed when its session ends or its owner is suspended, also where the realtime server is not ours. A malformed `socket_id`, and any call where there is only polling, is 403.',
    peran: 'all',
    form: { RealtimeUserAuth },
    answers: [
      { status: 200, means: "Pusher's own answer, without envelope.", bare: z.object({ auth: z.string(), user_data: z.string() }) },
    ],
  },
  'GET /openapi.json': {
    name: 'readOpenApi',
    tag: 'Operations',
    summary: 'This document',
    peran: 'anyone',
    answers: [{ status: 200, means: 'OpenAPI 3.1, without envelope.', bare: z.looseObject({ openapi: z.string() }) }],
    isStatic: true,
  },
})
