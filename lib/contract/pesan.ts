import { z } from 'zod'
import { carriesLampiran, TIPE_DIKIRIM, TIPE_ISI_DIKIRIM, TIPE_PESAN } from '@/lib/domain/jenis-pesan'
import { ALASAN_MAX, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { PERAN } from '@/lib/domain/pengguna'
import { EMOJI, PESAN_MAX } from '@/lib/domain/pesan'
import { SERTAKAN } from '@/lib/domain/sesi'
import type { ConversationPage } from './envelope'
import { clientId, cursorNumber, perPage, text } from './fields'
import { ISI_DIKIRIM_FIELDS, ISI_FIELDS, isiGivenIn } from './isi-pesan'
import { UnreadTotal } from './kabar'
import { LampiranView } from './lampiran'
import { TandaView } from './triase'

/** What the composer and any other client send. With a lampiran, or content of its kind, the text may be empty; the kind must fit what it carries. */
export const SendPesan = z
  .object({
    konsultasi_id: z.string(),
    pesan: text(0, PESAN_MAX).nullish().meta({
      description:
        'Code points after trimming, kept exactly otherwise. Required unless there is a `lampiran_id`. NUL and unpaired surrogates are refused.',
    }),
    tipe_pesan: z
      .enum(TIPE_DIKIRIM)
      .nullish()
      .meta({ description: 'Follows the lampiran, else `text`; one that does not fit is refused.' }),
    ...ISI_DIKIRIM_FIELDS,
    lampiran_id: z.string().nullish().meta({ description: 'One that the sender uploaded for this konsultasi and did not send yet.' }),
    balas_ke: z.string().nullish().meta({ description: 'The id of a pesan of the same konsultasi that is no tombstone.' }),
    client_id: clientId.meta({
      description:
        'A UUID that the client makes once for each composed pesan. The same one again from the same sender in the same konsultasi answers 200 with that same pesan, for ever. Case does not count; null means none.',
    }),
  })
  .refine((input) => !isBlank(input?.lampiran_id) || !isBlank(input?.pesan) || isiGivenIn(input ?? {}).length > 0, {
    path: ['pesan'],
    message: 'required',
    when: () => true,
  })
  .refine((input) => input.tipe_pesan == null || isBlank(input.lampiran_id) !== carriesLampiran(input.tipe_pesan), {
    path: ['tipe_pesan'],
    message: 'choice',
  })
  .superRefine((input, ctx) => {
    const isi = isiGivenIn(input)
    const fits = isBlank(input.lampiran_id) && (input.tipe_pesan ?? isi[0]) === isi[0]
    for (const tipe of fits ? isi.slice(1) : isi) ctx.addIssue({ code: 'custom', path: [tipe], message: 'choice' })
    const lacks = TIPE_ISI_DIKIRIM.find((tipe) => tipe === input.tipe_pesan && isi.length === 0)
    if (lacks) ctx.addIssue({ code: 'custom', path: [lacks], message: 'required' })
  })

/** Looks at raw input: the check runs also when other fields are wrong, and a wrong type is told by the field itself. */
const isBlank = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
export type SendPesan = z.infer<typeof SendPesan>

/** A page of pesan. At most one cursor; without any, the newest. */
export const ListPesan = z
  .object({
    per_page: perPage,
    before: cursorNumber.optional(),
    after: cursorNumber.optional(),
    since: cursorNumber.optional(),
    alasan: text(0, ALASAN_MAX).optional(),
    sertakan: z.enum(SERTAKAN, 'choice').optional(),
  })
  .superRefine((query, ctx) => {
    const cursors = (['before', 'after', 'since'] as const).filter((name) => query[name] !== undefined)
    if (cursors.length > 1) for (const name of cursors) ctx.addIssue({ code: 'custom', path: [name], message: 'one_cursor' })
  })
export type ListPesan = z.infer<typeof ListPesan>

/** A page of what came before; the admin section turns pages in one direction only. */
export const ListPesanBefore = z.object({ per_page: perPage, before: cursorNumber.optional() })

export const ReadAs = z.object({ alasan: text(0, ALASAN_MAX).optional() })

export const MarkAllRead = z.object({
  sampai: z
    .int('number')
    .min(0, 'number')
    .nullish()
    .meta({ description: 'The `urutan` of the last pesan that was shown; all when it is missing.' }),
})
export const DeletePesan = z.object({ alasan: text(0, ALASAN_MAX).nullish().meta({ description: 'Required from admin.' }) })
export const React = z.object({ emoji: z.enum(EMOJI) })

export const PesanView = z
  .object({
    id: z.string(),
    konsultasi_id: z.string(),
    urutan: z.int().meta({ description: '1, 2, 3 … in each konsultasi, without a gap: the order of the conversation.' }),
    rev: z
      .int()
      .meta({ description: 'Of the last change of this pesan. A konsultasi counts every change of it; commit order is `rev` order.' }),
    client_id: z.string().nullable().meta({ description: 'As the sender gave it, in lower case.' }),
    pengirim: z.object({ id: z.string(), nama: z.string(), peran: z.enum(PERAN) }),
    tipe_pesan: z.enum(TIPE_PESAN),
    pesan: z.string().meta({ description: 'Empty in a tombstone.' }),
    lampiran: LampiranView.nullable(),
    ...ISI_FIELDS,
    balas_ke: z.string().nullable().meta({ description: 'The pesan of the same konsultasi that this one replies to.' }),
    reaksi: z
      .array(z.object({ emoji: z.enum(EMOJI), pengguna_id: z.string() }))
      .meta({ description: 'At most one of each person; empty in a tombstone.' }),
    dibaca_pada: z.iso.datetime().nullable().meta({ description: 'When its recipient first read it.' }),
    dihapus_pada: z.iso.datetime().nullable().meta({ description: 'Set in a tombstone: what was deleted keeps its place.' }),
    dibuat_pada: z.iso.datetime(),
  })
  .meta({ id: 'Pesan' })
export type PesanView = z.infer<typeof PesanView>

/** What a sent text of a pasien says to the rules: all signs in it, also those that were raised before. */
export const SentMeta = z.object({ tanda: z.array(TandaView) }).optional()
export type SentMeta = z.infer<typeof SentMeta>

export const PesanMeta = z.object({
  rev: z.int(),
  epoch: z.string().meta({ description: 'Another one than before: the database was restored. Forget `rev` and load anew.' }),
  unread_count: z.int(),
  status: z.enum(STATUS_KONSULTASI),
  mengetik: z.array(z.string()),
  kabar: UnreadTotal.optional().meta({ description: 'Only where the query says `sertakan`, and for its pasien and its dokter.' }),
  meja: z.string().optional().meta({
    description:
      'Only for its dokter, and where the query asks for it: a short text that changes whenever the first page of `GET /konsultasi?urut=meja` would, without a filter, and now and then without that; `akses_admin` does not count.',
  }),
})
export type PesanMeta = z.infer<typeof PesanMeta>

/** The body of `GET /pesan/{konsultasi_id}` beside the envelope. */
export interface PesanPage {
  readonly data: PesanView[]
  readonly meta: PesanMeta
  readonly pagination: ConversationPage
}

export const UnreadView = z.object({ konsultasi_id: z.string(), unread_count: z.int() })
export const MarkedView = z.object({ marked: z.int(), unread_count: z.int() })
