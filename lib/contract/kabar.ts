import { z } from 'zod'
import { BAHASA } from '@/lib/domain/bahasa'
import { ENDPOINT_MAX, JENIS_KABAR, type JenisKabar } from '@/lib/domain/kabar'

/** What people are told of, in the words of the document. */
const DIKABARKAN: Readonly<Record<JenisKabar, string>> = {
  pesan: 'new pesan',
  pengajuan: 'a booking that waits for its dokter',
  konsultasi: 'what else became of a konsultasi (for its pasien; for its dokter, that a dokumen is to be corrected)',
  bahaya: 'a sign of danger that waits for its dokter',
  kontrol: 'a kontrol that is due',
  pengingat: 'a reminder that a dokter set themselves and that no page took',
}

/** The same without new pesan, of which there is more to say. */
export const DIKABARKAN_LAIN = Object.entries(DIKABARKAN)
  .flatMap(([jenis, what]) => (jenis === 'pesan' ? [] : [what]))
  .join(', ')

/** Those that one chooses how to be told of. */
export const DIKABARKAN_PILIHAN = JENIS_KABAR.map((jenis) => `\`${jenis}\`: ${DIKABARKAN[jenis]}.`).join(' ')

/** Bytes of the two keys of a subscription (RFC 8291, 3.1 and 3.2): a point of P-256, and a secret. */
const P256DH_BYTES = 65
const AUTH_BYTES = 16

/** So many bytes are so many letters. One expression says all: a second check would read what the first one has refused, however long it is. */
const base64url = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}={0,2}$`), 'push_key')
    .meta({ type: 'string' })

const endpoint = z.string().max(ENDPOINT_MAX, 'endpoint').pipe(z.url('endpoint'))

/** What `PushSubscription.toJSON()` gives. */
export const SubscribePush = z.object({
  endpoint,
  keys: z.object({ p256dh: base64url(P256DH_BYTES), auth: base64url(AUTH_BYTES) }),
})
export type SubscribePush = z.output<typeof SubscribePush>

export const UnsubscribePush = z.object({ endpoint: z.string().max(ENDPOINT_MAX, 'endpoint') })

export const PushConfig = z
  .object({ kunci: z.string().meta({ description: 'The `applicationServerKey`: a point of P-256 as base64url.' }) })
  .meta({ id: 'PushConfig' })
export type PushConfig = z.infer<typeof PushConfig>

export const BePresent = z.object({
  konsultasi_id: z.string().nullish().meta({ description: 'The konsultasi on that page, if it shows one.' }),
  terlihat: z.boolean().default(true).meta({ description: 'False: the page is on no screen any more.' }),
})
export type BePresent = z.output<typeof BePresent>

export const KehadiranView = z
  .object({
    lawan_aktif_pada: z.iso.datetime().nullable().meta({
      description:
        'To the minute. Null without a `konsultasi_id`, when it is not known, and when the konsultasi is neither pending nor active.',
    }),
  })
  .meta({ id: 'Kehadiran' })
export type KehadiranView = z.infer<typeof KehadiranView>

/** `unread_selesai`: how many of them are in konsultasi that have ended. */
export const UnreadTotal = z
  .object({
    unread_count: z.int(),
    unread_selesai: z.int(),
    pengingat: z.iso.datetime().optional().meta({
      description: 'Only while a reminder of this dokter rings that nobody has taken: when the last one began. See `PUT /kabar/pengingat`.',
    }),
  })
  .meta({ id: 'UnreadTotal' })
export type UnreadTotal = z.infer<typeof UnreadTotal>

const PilihanKabar = z.object({ jenis: z.enum(JENIS_KABAR), push: z.boolean(), surat: z.boolean() })

/** What is left out stays as it is. */
export const ChooseKabar = z.object({ bahasa: z.enum(BAHASA).optional(), pilihan: z.array(PilihanKabar).max(10, 'choice').optional() })
export type ChooseKabar = z.output<typeof ChooseKabar>

/** How one is told of what, and the language of letters and notifications. */
export const PilihanKabarView = z.object({ bahasa: z.enum(BAHASA), pilihan: z.array(PilihanKabar) }).meta({ id: 'PilihanKabar' })
export type PilihanKabarView = z.infer<typeof PilihanKabarView>
