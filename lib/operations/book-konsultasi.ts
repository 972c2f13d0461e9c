import { countBooking } from '@/lib/auth/activity-limit'
import { holdOwnAccount } from '@/lib/auth/own-account'
import type { BookKonsultasi, KonsultasiView } from '@/lib/contract/konsultasi'
import { raiseBahaya } from '@/lib/data/bahaya'
import { findBookable } from '@/lib/data/dokter'
import { addJob } from '@/lib/data/jobs'
import { findCompletedOf, hasOpenKonsultasi, insertKonsultasi } from '@/lib/data/konsultasi'
import { type KonsultasiRow, readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { findBookableProfil } from '@/lib/data/profil'
import { type Transaction, transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import type { Bahasa } from '@/lib/domain/bahasa'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { ATURAN, type Siapa, VERSI_TRIASE } from '@/lib/domain/triase/aturan'
import { findBahaya } from '@/lib/domain/triase/find-bahaya'
import {
  findInJawaban,
  type Jawabannya,
  pertanyaanFor,
  problemOf,
  siapaOf,
  type TriaseTersimpan,
  tingkatOf,
  withJawaban,
} from '@/lib/domain/triase/kuesioner'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canBook } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'

/**
 * A pasien asks a dokter for a konsultasi, for themselves or for whom they name. Of two bookings for one profil with the same dokter at the same
 * moment one wins.
 * Signs of danger in the answers and in `keluhan` are shown before anything is stored; whoever has understood them books all the same.
 * @throws Refusal `forbidden`, `konsultasi_exists`, `dokter_unavailable`, `tanda_bahaya`, `validation_failed` on `dokter_id`, `profil_id`, `jawaban.<kode>`
 * or `lanjutan_dari`, `rate_limited`
 */
export async function bookKonsultasi(actor: Actor, asked: BookKonsultasi, bahasa?: Bahasa): Promise<KonsultasiView> {
  allow(canBook(actor))
  const dokterId = uuidOf('pengguna', asked.dokter_id)
  if (!dokterId) throw invalidField('dokter_id', 'dokter')
  await countBooking(actor, dokterId)
  const { booked, row } = await book(actor, dokterId, asked)
  publishKonsultasi(booked)
  return presentKonsultasi(actor, row, bahasa)
}

async function book(actor: Actor, dokterId: string, asked: BookKonsultasi): Promise<{ booked: KonsultasiHead; row: KonsultasiRow }> {
  try {
    return await transaction(async (tx) => {
      // An account that is being closed books no more.
      await holdOwnAccount(actor, tx)
      const profil = await findBookableProfil(actor.id, asked.profil_id ?? null, tx)
      if (!profil) throw invalidField('profil_id', 'profil')
      const jawaban = asked.jawaban && checkJawaban(asked.jawaban, siapaOf(profil))
      const profilId = profil.id
      if (await hasOpenKonsultasi(profilId, dokterId, tx)) throw new Refusal('konsultasi_exists')
      const dokter = await findBookable(dokterId, tx)
      if (!dokter) throw invalidField('dokter_id', 'dokter')
      if (!dokter.tersedia) throw new Refusal('dokter_unavailable')
      const { keluhan, lanjutan_dari = null, bagikan_riwayat } = asked
      const lanjutanDari = lanjutan_dari && (await findCompletedOf(profilId, lanjutan_dari, tx))
      if (lanjutan_dari !== null && !lanjutanDari) throw invalidField('lanjutan_dari', 'lanjutan_dari')
      const { inJawaban, inKeluhan, triase } = weigh(keluhan, jawaban, siapaOf(profil))
      const tanda = ATURAN.filter((aturan) => inJawaban.includes(aturan) || inKeluhan.includes(aturan))
      if (tingkatOf(tanda) === 'merah' && asked.paham_darurat !== true) throw new Refusal('tanda_bahaya', { tanda })
      const k = {
        id: newUuid(),
        pasienId: actor.id,
        dokterId,
        keluhan,
        profilId,
        lanjutanDari,
        bagikanRiwayat: bagikan_riwayat ?? false,
        triase,
      }
      const inserted = await insertKonsultasi(k, tx)
      const answered = await raiseBahaya(k.id, { asal: 'jawaban', pesanId: null, found: inJawaban }, tx)
      const written = await raiseBahaya(k.id, { asal: 'keluhan', pesanId: null, found: inKeluhan }, tx)
      const booked = written ?? answered ?? inserted
      await addJob(tx, 'expire_konsultasi', {}, { after: expiresSeconds() + EXPIRE_AFTER })
      await tellOfBooking(booked, tx)
      return { booked, row: await readKonsultasiRow(booked.id, actor.id, tx) }
    })
  } catch (error) {
    if (isTaken(error, 'konsultasi_terbuka')) throw new Refusal('konsultasi_exists')
    throw error
  }
}

/** @throws Refusal `validation_failed` on each answer that this profil is not asked for, or that is none */
function checkJawaban(given: Readonly<Record<string, unknown>>, siapa: Siapa): Jawabannya {
  const asked = new Map(pertanyaanFor(siapa).map((one) => [one.kode, one]))
  const problems = Object.entries(given).flatMap(([kode, jawaban]) => {
    const problem = problemOf(asked.get(kode), jawaban)
    return problem ? [[`jawaban.${kode}`, [problem]] as const] : []
  })
  if (problems.length > 0) throw new Refusal('validation_failed', { fields: Object.fromEntries(problems) })
  return given as Jawabannya
}

/** What the rules see in what somebody says before a konsultasi. */
function weigh(keluhan: string, jawaban: Jawabannya | null | undefined, siapa: Siapa) {
  const told = withJawaban(siapa, jawaban ?? {})
  const inJawaban = findInJawaban(jawaban ?? {}, told)
  const inKeluhan = findBahaya(keluhan, told)
  const answers = pertanyaanFor(siapa).flatMap(({ kode, teks }) => {
    const given = jawaban?.[kode]
    return given === undefined ? [] : [{ kode, teks: teks.id, jawaban: given }]
  })
  const tingkat = tingkatOf([...inJawaban, ...inKeluhan])
  const triase: TriaseTersimpan | null = jawaban ? { versi: VERSI_TRIASE, tingkat, hamil: told.hamil, jawaban: answers } : null
  return { inJawaban, inKeluhan, triase }
}

const expiresSeconds = () => env().konsultasiExpiresHours * 3600

/** Seconds after the end of its time: clocks count in milliseconds, and a look that comes one of them early would find nothing. */
const EXPIRE_AFTER = 0.1

/** Seconds until a dokter is told of a booking: whoever has the page open may have answered by then. */
const TELL_AFTER = 2

/** The dokter is told that somebody waits, and again after half of the time that there is to answer; what was answered meanwhile is not told. */
async function tellOfBooking({ id, dokterId }: KonsultasiHead, tx: Transaction): Promise<void> {
  const half = expiresSeconds() / 2
  const who = { konsultasi_id: id, pengguna_id: dokterId, jenis: 'pengajuan' } as const
  for (const after of [Math.min(TELL_AFTER, half / 2), half]) await addJob(tx, 'kabari_konsultasi', who, { after })
}
