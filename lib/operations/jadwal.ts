import { holdOwnAccount } from '@/lib/auth/own-account'
import type { JadwalView, SetJadwal } from '@/lib/contract/jadwal'
import { keepJadwal, readJadwalOf } from '@/lib/data/jadwal'
import { transaction } from '@/lib/data/sql'
import { JADWAL_KOSONG } from '@/lib/domain/jadwal'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canHaveJadwal } from '@/lib/policy/konsultasi'

/** One's own hours; what there is without any. @throws Refusal `forbidden` */
export async function readJadwal(actor: Actor): Promise<JadwalView> {
  allow(canHaveJadwal(actor))
  return present(await readJadwalOf(actor.id))
}

/** Says one's hours anew, the whole of them. They count from the next booking on; what is under way stays. @throws Refusal `forbidden` */
export async function setJadwal(actor: Actor, jadwal: SetJadwal): Promise<JadwalView> {
  allow(canHaveJadwal(actor))
  return transaction(async (tx) => {
    await holdOwnAccount(actor, tx)
    await keepJadwal(actor.id, jadwal, tx)
    return present(jadwal)
  })
}

const present = (jadwal: JadwalView | null): JadwalView => jadwal ?? { ...JADWAL_KOSONG, mingguan: [], libur: [] }
