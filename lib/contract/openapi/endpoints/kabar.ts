import { BePresent, PresenceView, PushConfig, SubscribePush, UnreadTotal, UnsubscribePush } from '@/lib/contract/kabar'
import type { Endpoint } from '@/lib/contract/openapi/endpoint'

const tag = 'News'

/** How people hear that something waits: counts, Web Push, and who is here. */
export const KABAR: readonly Endpoint[] = [
  {
    id: 'countAllUnread',
    method: 'get',
    path: '/api/v1/kabar',
    tag,
    summary: 'What one has not read, in all konsultasi together',
    peran: ['pasien', 'dokter'],
    answers: [
      {
        status: 200,
        means: 'The sum of every `unread_count`; `unread_selesai` is how much of it lies in konsultasi that have ended.',
        data: UnreadTotal,
      },
    ],
  },
  {
    id: 'bePresent',
    method: 'put',
    path: '/api/v1/kehadiran',
    tag,
    summary: 'Say that a page is on a screen, and hear when the other side last was',
    description:
      'Repeat it every 45 s while the page is visible: a look ends after 100 s, or at once with `terlihat: false`. A person who has a konsultasi before them is not told of its pesan by push.',
    peran: ['pasien', 'dokter'],
    body: { BePresent },
    answers: [{ status: 200, means: 'When the other side was last here.', data: PresenceView }],
    refuses: ['not_found', 'forbidden'],
  },
  {
    id: 'readPushConfig',
    method: 'get',
    path: '/api/v1/push/config',
    tag,
    summary: 'What a browser needs to subscribe to Web Push',
    peran: 'all',
    answers: [{ status: 200, means: 'The key for `PushManager.subscribe()`.', data: PushConfig }],
  },
  {
    id: 'subscribePush',
    method: 'post',
    path: '/api/v1/push/langganan',
    tag,
    summary: 'Be told of new pesan by Web Push, in this browser',
    description:
      'The body is what `PushSubscription.toJSON()` gives. An address that is not https or not of a public host is 422. A message says that something waits, and never what; it comes when a pesan stays unread and its konsultasi is on no visible page, once for each konsultasi until that was seen. The subscription ends with the session that made it. Ten for each person; the oldest gives way. The same address again replaces what was known of it.',
    peran: ['pasien', 'dokter'],
    body: { SubscribePush },
    answers: [{ status: 201, means: 'Remembered.' }],
  },
  {
    id: 'unsubscribePush',
    method: 'delete',
    path: '/api/v1/push/langganan',
    tag,
    summary: 'Be told no more in this browser',
    peran: ['pasien', 'dokter'],
    body: { UnsubscribePush },
    answers: [{ status: 200, means: 'Forgotten, also if it was not known.' }],
  },
]
