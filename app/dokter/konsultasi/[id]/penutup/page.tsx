import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Texts } from '@/app/_shell/texts'
import { Alert } from '@/app/_ui/alert'
import { LinkButton } from '@/app/_ui/button'
import { Page } from '@/app/_ui/page'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { toId } from '@/lib/domain/id'
import { listDokumen } from '@/lib/operations/read-dokumen'
import { readKonsultasi } from '@/lib/operations/read-konsultasi'
import { readProfilOfKonsultasi } from '@/lib/operations/read-riwayat'
import { ClosingForm } from './closing-form'

interface Address {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('naskah.penutup'))('terbitkan') }
}

/** The end of a konsultasi: its ringkasan, and whatever else the pasien takes along. */
export default async function PenutupPage({ params }: Address) {
  const actor = await requireWing('dokter')
  const { id } = await params
  // What is printed is in Indonesian, whatever its dokter reads.
  const konsultasi = await readKonsultasi(actor, id, undefined, 'id').catch(answerRefusal)
  const [profil, dokumen, t] = await Promise.all([
    readProfilOfKonsultasi(actor, id),
    listDokumen(actor, id),
    getTranslations('naskah.penutup'),
  ])
  const tp = await getTranslations('percakapan.selesaikan')
  const issued = dokumen.find(({ jenis, status }) => jenis === 'ringkasan' && status === 'berlaku')
  const isOpen = konsultasi.status === 'active'
  const back = (
    <LinkButton href={`/dokter/konsultasi/${id}`} variant="quiet" icon="arrow-left">
      {t('kembali')}
    </LinkButton>
  )
  return (
    <Page title={t('judul', { nama: profil.nama })} lead={isOpen && t('uraian')} actions={back} narrow>
      {isOpen ? (
        <Texts of={['naskah']}>
          {konsultasi.unread_count > 0 && (
            <Alert tone="attention">
              <p>{tp('belumDibaca', { jumlah: konsultasi.unread_count })}</p>
            </Alert>
          )}
          <ClosingForm
            penggunaId={toId('pengguna', actor.id)}
            konsultasiId={id}
            profil={profil}
            subjektif={subjektifOf(konsultasi)}
            ringkasanTerbit={issued ? { nomor: issued.nomor, anjuran: String((issued.isi as { anjuran?: string }).anjuran) } : null}
          />
        </Texts>
      ) : (
        <Alert tone="info">
          <p>{t('bukanAktif')}</p>
        </Alert>
      )}
    </Page>
  )
}

/** What the pasien said before: the complaint, and what was answered. */
const subjektifOf = ({ keluhan, triase }: KonsultasiView): string =>
  [keluhan, ...(triase?.jawaban.map(({ teks, jawaban_teks }) => `${teks} ${jawaban_teks}`) ?? [])].join('\n')
