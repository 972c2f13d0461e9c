import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/app/_ui/alert'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'

/** Says that the name looks like another dokter's, before anybody decides who this is. */
export function Mirip({ dokter: { nama_mirip: mirip } }: { dokter: DokterVerifikasiView }) {
  const t = useTranslations('admin.berkasDokter')
  if (mirip.length === 0) return null
  const others = mirip.map(({ id, nama }, n) => (
    <span key={id}>
      {n > 0 && ', '}
      <Link href={`/admin/dokter/${id}`}>{nama}</Link>
    </span>
  ))
  return <Alert tone="attention">{t.rich('mirip', { nama: () => others })}</Alert>
}
