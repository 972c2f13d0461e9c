import { useTranslations } from 'next-intl'
import { ActWithReason } from '@/app/admin/_tindakan/act-with-reason'
import type { PenggunaAdminView } from '@/lib/contract/admin'

/** Suspends, or lets back. `about` is the id of what says whom. */
export function StatusChange({ pengguna: { id, nama, aktif }, about }: { pengguna: PenggunaAdminView; about: string }) {
  const t = useTranslations('admin.pengguna')
  const deed = aktif ? 'tangguhkan' : 'pulihkan'
  return (
    <ActWithReason
      deed={{ call: 'PUT /admin/pengguna/{id}/status', id, json: { aktif: !aktif }, done: t(`${deed}.selesai`, { nama }) }}
      name={t(`${deed}.tombol`)}
      about={about}
      title={t(`${deed}.judul`, { nama })}
      description={t(`${deed}.isi`)}
      danger={aktif}
    />
  )
}
