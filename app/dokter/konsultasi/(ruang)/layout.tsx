import type { ReactNode } from 'react'
import { openedAt } from '@/app/_pages/load-percakapan'
import { askedAddress, loadMeja } from '@/app/_pages/load-ruang'
import { KeptPercakapan } from '@/app/_ruang/kept-percakapan'
import { Ruang } from '@/app/_ruang/ruang'
import { requireWing } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'

const PATH = '/dokter/konsultasi'

/** The list and the conversations of a dokter: it stays while they change. What the page that was asked for begins with is drawn here. */
export default async function RuangLayout({ children }: { children: ReactNode }) {
  const actor = await requireWing('dokter')
  const { pathname, searchParams } = await askedAddress()
  const isList = pathname === PATH
  const opened = isList ? null : await openedAt(actor, pathname.slice(PATH.length + 1), searchParams.get('pesan') ?? undefined)
  const node = opened && <KeptPercakapan packed={opened.packed} />
  return (
    <Ruang
      penggunaId={toId('pengguna', actor.id)}
      first={opened && { id: opened.konsultasi.id, nama: opened.konsultasi.profil.nama, node }}
      list={isList ? await loadMeja(actor, searchParams) : null}
    >
      {children}
    </Ruang>
  )
}
