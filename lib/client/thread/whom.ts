import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { ProfilSaatIni } from '@/lib/contract/profil'

/** Whom a konsultasi treats: a page that was kept before there were profil knows its pasien alone. */
export function whomOf({ profil, pasien }: Pick<KonsultasiView, 'pasien'> & { readonly profil?: ProfilSaatIni }) {
  const facts: Partial<ProfilSaatIni> = profil ?? {}
  const isOther = facts.hubungan !== undefined && facts.hubungan !== 'diri'
  return { id: profil?.id ?? pasien.id, nama: profil?.nama ?? pasien.nama, facts, isOther }
}
