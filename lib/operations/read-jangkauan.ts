import type { JangkauanMeta, JangkauanView, ReadJangkauan } from '@/lib/contract/admin'
import { type JangkauanRow, listOpened, listWithinReach } from '@/lib/data/jangkauan'
import { findPengguna } from '@/lib/data/pengguna'
import { AKSES_MINUTES } from '@/lib/domain/audit'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadAudit } from '@/lib/policy/audit'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/**
 * Whose data could this person have read between two moments? A pasien or dokter: every konsultasi of theirs that had begun by then, since one
 * reads one's own for ever; a dokter also what they did open of others, as what was before of somebody whom they treat, or what was handed over to them. An admin: what they did open, by the log, each time; `bisa_membuka_semua` says that they could have opened any other
 * one too, which would then stand here.
 * @throws Refusal `forbidden`, `validation_failed` on a `pengguna` who is nobody
 */
export async function readJangkauan(actor: Actor, query: ReadJangkauan): Promise<TimedPage<JangkauanView> & { meta: JangkauanMeta }> {
  allow(canReadAudit(actor))
  const { per_page, dari = null, sampai = null, cursor: after = null } = query
  const person = await findPerson(query.pengguna)
  const question = { penggunaId: person.id, dari, sampai, after, limit: per_page + 1 }
  const isOfAdmin = person.peran === 'admin'
  const rows = await (isOfAdmin ? listOpened : listWithinReach)(question, AKSES_MINUTES)
  const { shown, pagination } = pageOf(rows, per_page, ({ waktu, id }) => ({ pada: waktu, id }))
  const pengguna = { id: query.pengguna, nama: person.nama, peran: person.peran }
  return { data: shown.map(present), meta: { pengguna, bisa_membuka_semua: isOfAdmin }, pagination }
}

async function findPerson(id: string) {
  const uuid = uuidOf('pengguna', id)
  const person = uuid && (await findPengguna(uuid))
  if (!person) throw invalidField('pengguna', 'pengguna')
  return person
}

const present = (row: JangkauanRow): JangkauanView => ({
  konsultasi_id: toId('konsultasi', row.konsultasi_id),
  status: row.status,
  pasien: { id: toId('pengguna', row.pasien_id), nama: row.pasien_nama },
  dokter: { id: toId('pengguna', row.dokter_id), nama: row.dokter_nama },
  profil: { id: toId('profil', row.profil_id), nama: row.profil_nama },
  pada: row.pada,
  alasan: row.alasan,
  dibuka: row.dibuka,
})
