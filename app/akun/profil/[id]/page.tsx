import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '@/app/_profil/profil.module.css'
import { hrefOf } from '@/app/_ui/address'
import { LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { answerRefusal, requireWing } from '@/lib/auth/pages'
import { ListPembaca, type PembacaView } from '@/lib/contract/profil'
import type { Actor } from '@/lib/domain/pengguna'
import { listProfil } from '@/lib/operations/profil'
import { listPembaca } from '@/lib/operations/read-riwayat'

interface Address {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profil.halaman'))('pembaca') }
}

/** Who but its owner and the dokter of the konsultasi itself read what of a profil, in plain words. */
export default async function PembacaPage({ params, searchParams }: Address) {
  const actor = await requireWing('pasien')
  const { id } = await params
  const { data, pagination } = await read(actor, id, (await searchParams).cursor).catch(answerRefusal)
  const t = await getTranslations('profil.pembaca')
  const nama = (await listProfil(actor, true)).find((one) => one.id === id)?.nama ?? ''
  return (
    <Page title={t('judul', { nama })} lead={t('isi')} narrow>
      <Card className={styles.stack}>
        {data.length > 0 ? (
          <ul className={styles.readings}>
            {data.map((reading) => (
              <Reading key={`${reading.pada} ${reading.apa} ${reading.konsultasi_id} ${reading.nama}`} reading={reading} />
            ))}
          </ul>
        ) : (
          <p>{t('kosong')}</p>
        )}
      </Card>
      <div className={styles.actions}>
        <LinkButton href="/akun/profil" icon="arrow-left">
          {t('kembali')}
        </LinkButton>
        {pagination.next_cursor && (
          <LinkButton href={hrefOf(`/akun/profil/${id}`, { cursor: pagination.next_cursor })}>{t('lama')}</LinkButton>
        )}
      </div>
    </Page>
  )
}

/** A cursor that is none begins at the newest. */
function read(actor: Actor, id: string, cursor: string | string[] | undefined) {
  const asked = ListPembaca.safeParse({ cursor })
  return listPembaca(actor, id, asked.success ? asked.data : ListPembaca.parse({}))
}

async function Reading({ reading: { pada, nama, peran, apa, konsultasi_id, alasan } }: { reading: PembacaView }) {
  const t = await getTranslations('profil.pembaca')
  return (
    <li>
      <p>
        <strong>
          <bdi>{nama}</bdi>
        </strong>{' '}
        ({t(`peran.${peran}`)}) {t(`apa.${apa}`)}
      </p>
      {peran === 'admin' && <p className={styles.hint}>{alasan ? t('alasan', { alasan }) : t('tanpaAlasan')}</p>}
      <p className={styles.hint}>
        <Time iso={pada} format="full" />
      </p>
      <div className={styles.actions}>
        <LinkButton size="sm" href={`/pasien/konsultasi/${konsultasi_id}`}>
          {t('buka')}
        </LinkButton>
      </div>
    </li>
  )
}
