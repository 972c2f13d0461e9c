import { z } from 'zod'
import { BalasanView, KeepBalasan } from '@/lib/contract/balasan-cepat'
import { endpoints } from '@/lib/contract/endpoint'
import { BALASAN_MAX } from '@/lib/domain/balasan-cepat'

const tag = 'Meja'
const peran = ['dokter', 'admin'] as const

export const BALASAN_CEPAT = endpoints({
  'GET /balasan-cepat': {
    name: 'listBalasan',
    tag,
    summary: 'Quick replies: a dokter’s own and the clinic’s; for an admin the clinic’s',
    description: 'Own ones first, each part by `pintasan`. Not paged.',
    peran,
    answers: [{ status: 200, means: 'All of them.', data: z.array(BalasanView) }],
  },
  'POST /balasan-cepat': {
    name: 'addBalasan',
    tag,
    summary: 'Keep another one: a dokter for themselves, an admin for the clinic',
    description: `Up to ${BALASAN_MAX} for each dokter, and for the clinic; a \`pintasan\` that is there already, and one too many, is 422 on \`pintasan\`.`,
    peran,
    body: { KeepBalasan },
    example: { pintasan: 'minum', judul: 'Minum obat', isi: 'Halo {pasien}, minum obatnya {?dosis} sehari.' },
    answers: [{ status: 201, means: 'Kept.', data: BalasanView }],
    refuses: ['rate_limited'],
  },
  'PUT /balasan-cepat/{id}': {
    name: 'editBalasan',
    tag,
    summary: 'Change one',
    description: 'A dokter changes their own, an admin the clinic’s; else 403.',
    peran,
    of: 'balasan',
    body: { KeepBalasan },
    example: { pintasan: 'minum', judul: 'Minum obat', isi: 'Minum obatnya {?dosis} sehari, {pasien}.' },
    answers: [{ status: 200, means: 'As it is now.', data: BalasanView }],
    refuses: ['rate_limited'],
  },
  'DELETE /balasan-cepat/{id}': {
    name: 'dropBalasan',
    tag,
    summary: 'Drop one',
    description: 'What was written with it stays. Once: a second time is 404.',
    peran,
    of: 'balasan',
    answers: [{ status: 200, means: 'Dropped; what it was.', data: BalasanView }],
    refuses: ['rate_limited'],
  },
})
