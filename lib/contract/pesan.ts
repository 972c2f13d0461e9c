import { z } from 'zod'
import { carriesElse, carriesLampiran, TIPE_PESAN } from '@/lib/domain/jenis-pesan'
import { ALASAN_MAX, STATUS_KONSULTASI } from '@/lib/domain/konsultasi'
import { PERAN } from '@/lib/domain/pengguna'
import { EMOJI, PESAN_MAX } from '@/lib/domain/pesan'
import { cursorNumber, perPage, text } from './fields'
import { LampiranView } from './lampiran'

/** The client makes a `client_id` once for each composed pesan: sending the same one again is answered with that same pesan. */
const clientId = z
  .guid('uuid')
  .transform((id) => id.toLowerCase())
  .nullish()

/** What the composer and any other client send. With a lampiran the text may be empty; the kind must fit what it carries. */
export const SendPesan = z
  .object({
    konsultasi_id: z.string(),
    pesan: text(0, PESAN_MAX).nullish(),
    tipe_pesan: z.enum(TIPE_PESAN).nullish(),
    lampiran_id: z.string().nullish(),
    balas_ke: z.string().nullish(),
    client_id: clientId,
  })
  .refine((input) => isBlank(input?.lampiran_id) === false || !isBlank(input?.pesan) || carriesElse(input?.tipe_pesan), {
    path: ['pesan'],
    message: 'required',
    when: () => true,
  })
  .refine((input) => input.tipe_pesan == null || isBlank(input.lampiran_id) !== carriesLampiran(input.tipe_pesan), {
    path: ['tipe_pesan'],
    message: 'choice',
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
  })
  .superRefine((query, ctx) => {
    const cursors = (['before', 'after', 'since'] as const).filter((name) => query[name] !== undefined)
    if (cursors.length > 1) for (const name of cursors) ctx.addIssue({ code: 'custom', path: [name], message: 'one_cursor' })
  })
export type ListPesan = z.infer<typeof ListPesan>

/** A page of what came before; the admin section turns pages in one direction only. */
export const ListPesanBefore = z.object({ per_page: perPage, before: cursorNumber.optional() })

export const ReadAs = z.object({ alasan: text(0, ALASAN_MAX).optional() })

export const MarkAllRead = z.object({ sampai: z.int('number').min(0, 'number').nullish() })
export const DeletePesan = z.object({ alasan: text(0, ALASAN_MAX).nullish() })
export const React = z.object({ emoji: z.enum(EMOJI) })

export const PesanView = z
  .object({
    id: z.string(),
    konsultasi_id: z.string(),
    urutan: z.int(),
    rev: z.int(),
    client_id: z.string().nullable(),
    pengirim: z.object({ id: z.string(), nama: z.string(), peran: z.enum(PERAN) }),
    tipe_pesan: z.enum(TIPE_PESAN),
    pesan: z.string(),
    lampiran: LampiranView.nullable(),
    balas_ke: z.string().nullable(),
    reaksi: z.array(z.object({ emoji: z.enum(EMOJI), pengguna_id: z.string() })),
    dibaca_pada: z.iso.datetime().nullable(),
    dihapus_pada: z.iso.datetime().nullable(),
    dibuat_pada: z.iso.datetime(),
  })
  .meta({ id: 'Pesan' })
export type PesanView = z.infer<typeof PesanView>

export const PesanMeta = z.object({
  rev: z.int(),
  epoch: z.string().meta({ description: 'Another one than before: the database was restored. Forget `rev` and load anew.' }),
  unread_count: z.int(),
  status: z.enum(STATUS_KONSULTASI),
  mengetik: z.array(z.string()),
})
export type PesanMeta = z.infer<typeof PesanMeta>

/** The body of `GET /pesan/{konsultasi_id}` beside the envelope. */
export interface PesanPage {
  readonly data: PesanView[]
  readonly meta: PesanMeta
  readonly pagination: { readonly per_page: number; readonly has_more: boolean }
}

export const UnreadView = z.object({ konsultasi_id: z.string(), unread_count: z.int() })
export const MarkedView = z.object({ marked: z.int(), unread_count: z.int() })
