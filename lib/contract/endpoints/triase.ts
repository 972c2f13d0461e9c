import { z } from 'zod'
import { endpoints } from '@/lib/contract/endpoint'
import { KonsultasiView } from '@/lib/contract/konsultasi'
import { AturanBahayaView, KuesionerView, ReadTriase } from '@/lib/contract/triase'
import { PERTANYAAN_MAX } from '@/lib/domain/triase/kuesioner'

const tag = 'Triase'

/** What either of the two says about a sign, once. */
const word = {
  tag,
  description:
    'The first time counts and moves `rev` by one; again changes nothing. Also after the end. A `kode` that was not raised here is 404.',
  of: 'konsultasi',
  kode: 'The `kode` of a sign that was raised in this konsultasi.',
  answers: [{ status: 200, means: 'The konsultasi as it is now.', data: KonsultasiView }],
} as const

export const TRIASE = endpoints({
  'GET /triase': {
    name: 'readTriase',
    tag,
    summary: 'What is asked before a booking',
    description: `At most ${PERTANYAAN_MAX} questions, as they fit the age and sex of the profil (left out: \`diri\`). None has to be answered.`,
    peran: ['pasien'],
    query: ReadTriase,
    answers: [{ status: 200, means: 'The questions, in their order.', data: KuesionerView }],
  },
  'PUT /konsultasi/{id}/bahaya/{kode}/akui': {
    ...word,
    name: 'acknowledgeBahaya',
    summary: 'Its dokter has seen a sign of danger',
    peran: ['dokter'],
  },
  'PUT /konsultasi/{id}/bahaya/{kode}/sangkal': {
    ...word,
    name: 'denyBahaya',
    summary: 'Its pasien says that a sign of danger is not so',
    peran: ['pasien'],
  },
  'GET /admin/tanda-bahaya': {
    name: 'listTandaBahaya',
    tag: 'Admin',
    summary: 'The rules for signs of danger, and what became of what they raised',
    peran: ['admin'],
    answers: [{ status: 200, means: 'Every rule, in their order.', data: z.array(AturanBahayaView) }],
  },
})
