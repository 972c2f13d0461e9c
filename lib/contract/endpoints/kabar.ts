import { z } from 'zod'
import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { BePresent, DIKABARKAN_LAIN, KehadiranView, PushConfig, SubscribePush, UnreadTotal, UnsubscribePush } from '@/lib/contract/kabar'
import { DeringView } from '@/lib/contract/penanda'
import { HADIR_BEAT_MS, HADIR_MS, LANGGANAN_MAX } from '@/lib/domain/kabar'
import { DERING_MS } from '@/lib/domain/penanda'

const tag = 'News'

/** How people hear that something waits: counts, Web Push, and who is here. */
export const KABAR = endpoints({
  'GET /kabar': {
    name: 'countAllUnread',
    tag,
    summary: 'What one has not read, in all konsultasi together',
    description:
      'The `ETag` is weak and changes whenever anything in the answer would: send it as `If-None-Match`. A 304 is given only after the same authorization, also when the request says `Cache-Control: no-cache`.',
    peran: PARTICIPANTS,
    beside: 'kabar',
    headers: { 'If-None-Match': 'An `ETag` of an earlier answer, or a list of them; compared weakly.' },
    answers: [
      {
        status: 200,
        means: 'The sum of every `unread_count`; `unread_selesai` is how much of it lies in konsultasi that have ended.',
        data: UnreadTotal,
        headers: { ETag: 'Of this answer.' },
      },
      { status: 304, means: 'Nothing has changed.', headers: { ETag: 'As it was.' } },
    ],
  },
  'PUT /kabar/pengingat': {
    name: 'takeReminders',
    tag,
    summary: 'Take the reminders that ring now',
    description: `Each is given once, to whoever asks first, and rings there. \`GET /kabar\` has \`pengingat\` while there are any, and a \`KonsultasiUpdated\` tells of each. What nobody has taken after ${DERING_MS / 1000} s, or at once when no page of theirs was visible, is told by Web Push instead, where there is a subscription.`,
    peran: ['dokter'],
    answers: [{ status: 200, means: 'What rings, the longest first; empty when it was taken.', data: z.array(DeringView) }],
  },
  'PUT /kehadiran': {
    name: 'bePresent',
    tag,
    summary: 'Say that a page is on a screen, and hear when the other side last was',
    description: `Repeat it every ${HADIR_BEAT_MS / 1000} s while the page is visible: a look ends after ${HADIR_MS / 1000} s, or at once with \`terlihat: false\`. A person who has a konsultasi before them is not told of its pesan by push.`,
    peran: PARTICIPANTS,
    body: { BePresent },
    example: { konsultasi_id: 'konsultasi_01jd93p7taf9hrrbayfy8a3cp3' },
    answers: [{ status: 200, means: 'When the other side was last here.', data: KehadiranView }],
    refuses: ['not_found'],
  },
  'GET /push/config': {
    name: 'readPushConfig',
    tag,
    summary: 'What a browser needs to subscribe to Web Push',
    peran: 'all',
    answers: [{ status: 200, means: 'The key for `PushManager.subscribe()`.', data: PushConfig }],
  },
  'POST /push/langganan': {
    name: 'subscribePush',
    tag,
    summary: 'Be told by Web Push, in this browser, of what waits',
    description: `The body is what \`PushSubscription.toJSON()\` gives. An address that is not https or not of a public host is 422. A message says that something waits, and never what: ${DIKABARKAN_LAIN}; of a pesan it comes when that stays unread and its konsultasi is on no visible page, once for each konsultasi until that was seen. The subscription ends with the session that made it. ${LANGGANAN_MAX} for each person; the oldest gives way. The same address again replaces what was known of it.`,
    peran: PARTICIPANTS,
    body: { SubscribePush },
    // The keys are those of RFC 8291, 5.
    example: {
      endpoint: 'https://push.example.com/kabar/1',
      keys: {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
    },
    answers: [{ status: 201, means: 'Remembered.' }],
  },
  'DELETE /push/langganan': {
    name: 'unsubscribePush',
    tag,
    summary: 'Be told no more in this browser',
    peran: PARTICIPANTS,
    body: { UnsubscribePush },
    example: { endpoint: 'https://push.example.com/kabar/1' },
    answers: [{ status: 200, means: 'Forgotten, also if it was not known.' }],
  },
})
