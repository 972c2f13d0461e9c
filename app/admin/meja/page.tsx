import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/app/_ui/badge'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { KonsultasiEntry, Rows } from '@/app/admin/_daftar/rows'
import { requireWing } from '@/lib/auth/pages'
import { listTunggu } from '@/lib/operations/meja-admin'
import { searchDokter } from '@/lib/operations/search-dokter'
import { MoveButton } from './move-button'
import { Renew } from './renew'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.meja'))('judul') }
}

/** Who waits for an answer, how long and for whom; each that waits longer than the clinic promises is marked. */
export default async function MejaAdminPage() {
  const actor = await requireWing('admin')
  const [t, { data, meta }, dokter] = await Promise.all([getTranslations('admin.meja'), listTunggu(actor), searchDokter(actor, {})])
  const tf = await getTranslations('profil')
  const free = dokter.filter(({ tersedia }) => tersedia)
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <Renew />
      <p>{t('janji', { menit: meta.janji_menit })}</p>
      {data.length === 0 ? (
        <EmptyState title={t('kosong')} />
      ) : (
        <Rows label={t('daftar')}>
          {data.map((one) => (
            <KonsultasiEntry
              key={one.konsultasi_id}
              pasien={one.pasien}
              facts={
                <>
                  {one.profil.nama !== one.pasien.nama && (
                    <span>{tf.rich('untuk', { nama: () => <bdi key="nama">{one.profil.nama}</bdi> })}</span>
                  )}
                  <span>
                    {t('dokter', { nama: one.dokter.nama })} · {one.dokter.spesialisasi}
                  </span>
                  <span>
                    {t('sejak')} <Time iso={one.sejak} format="ago" />
                  </span>
                  {one.lewat_janji && (
                    <Chip tone="attention" icon="clock">
                      {t('lewat')}
                    </Chip>
                  )}
                  {one.mendesak && (
                    <Chip tone="danger" icon="alert">
                      {t('mendesak')}
                    </Chip>
                  )}
                </>
              }
              actions={
                one.status === 'pending' ? (
                  <MoveButton
                    id={one.konsultasi_id}
                    nama={one.pasien.nama}
                    dokter={free
                      .filter(({ id }) => id !== one.dokter.id)
                      .map(({ id, nama, spesialisasi }) => ({ id, nama: `${nama} · ${spesialisasi}` }))}
                  />
                ) : undefined
              }
            />
          ))}
        </Rows>
      )}
      {meta.jumlah > data.length && <p>{t('lebih', { jumlah: meta.jumlah - data.length })}</p>}
    </Page>
  )
}
