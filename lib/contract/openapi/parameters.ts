import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from '@/lib/domain/pesan'
import { SIP_SEGERA_DAYS } from '@/lib/domain/sip'

/** What the parameters of queries mean, wherever they stand. */
export const PARAMETER_MEANS: Readonly<Record<string, string>> = {
  per_page: `How many rows at most, ${PER_PAGE_DEFAULT} unless given; what is outside 1 to ${PER_PAGE_MAX} is refused, never silently changed.`,
  urut: '`meja`: the order of a dokter’s desk.',
  saring: 'With `urut=meja`: what is not read or marked so, what waits for an answer, what has a mark.',
  cursor: '`pagination.next_cursor` of the page before; opaque.',
  before: 'Only pesan with a smaller `urutan`, the nearest ones. At most one of `before`, `after` and `since`. Up to 2^53 - 1.',
  after: 'Only pesan with a larger `urutan`, the nearest ones; 0 is the beginning. Up to 2^53 - 1.',
  sertakan:
    'What else is asked with the same question, by its pasien or its dokter. `kabar`: `meta.kabar` is what `GET /kabar` answers; `kabar,meja`: for the dokter there is `meta.meja` too. The `ETag` is of all of it.',
  since: 'Only pesan that changed after this `rev`, in ascending order of `rev`; 0 is the beginning. Up to 2^53 - 1.',
  alasan: 'Why an admin reads this: written to the audit log and shown to the participants. It changes nothing for participants.',
  varian: '`thumb`: the small picture of an image, as WebP, or with `halaman` of a page; everything else has none (404).',
  halaman: 'Of a PDF: this page as a picture, WebP, counted from 1; beyond the last, and of what is no PDF, 404.',
  status: 'Only those with this status.',
  sip: `Only those whose SIP stands so: \`segera\` ends within ${SIP_SEGERA_DAYS} days, \`habis\` has ended.`,
  peran: 'Only those with this role.',
  nomor: 'The number of a row that was the end of the log once; together with `hash`.',
  hash: 'The hash that this row had, in hexadecimal.',
  aktor: 'Only what this pengguna did.',
  pasien: 'Only those with a pasien whose name contains these words; case does not count.',
  dokter: 'Only those with a dokter whose name contains these words; case does not count.',
  pengguna: 'About this pengguna: in the log, what was done to them or to a konsultasi of theirs.',
  aksi: 'Only deeds of this kind.',
  pengirim_id: 'Only what this pengguna wrote: oneself, or somebody with whom one has a konsultasi.',
  dari: 'Only from then on: an instant (ISO 8601 with a zone), or a date, which is a whole day in WIB (UTC+7).',
  sampai: 'Only until then, included: an instant (ISO 8601 with a zone), or a date, which is a whole day in WIB (UTC+7).',
  konsultasi_id: 'Only what is about this konsultasi.',
  q: 'Words to look for; case does not count.',
  profil_id: 'About this profil; left out, oneself.',
  arsip: '`true`: archived ones too.',
  spesialisasi: 'Words that the specialisation contains; case does not count.',
}
