import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import styles from '@/app/_dokumen/dokumen.module.css'
import { StatusDokumenChip } from '@/app/_dokumen/state'
import { hrefOf } from '@/app/_ui/address'
import { Avatar } from '@/app/_ui/avatar'
import { LinkButton } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkRow, LinkRows } from '@/app/_ui/link-rows'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { requireWing } from '@/lib/auth/pages'
import { ListRiwayat } from '@/lib/contract/profil'
import { listOwnDokumen, type OwnDokumen } from '@/lib/operations/open-dokumen'
import { listProfil } from '@/lib/operations/profil'

const PER_PAGE = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dokumen'))('judul') }
}

interface Address {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What came out of all one's konsultasi, the newest first; of one of the family where `?profil=` says so. */
export default async function DokumenPage({ searchParams }: Address) {
  const actor = await requireWing('pasien')
  const { profil, cursor } = await searchParams
  const profilId = typeof profil === 'string' ? profil : undefined
  // A cursor that is none begins at the newest.
  const after = ListRiwayat.safeParse({ cursor }).data?.cursor ?? null
  const [{ data, pagination }, family] = await Promise.all([
    listOwnDokumen(actor, { profilId, after, per_page: PER_PAGE }),
    listProfil(actor, true),
  ])
  const t = await getTranslations('dokumen')
  const path = '/pasien/dokumen'
  return (
    <Page title={t('judul')} lead={t('uraian')} narrow>
      {family.length > 1 && (
        <nav className={styles.tabs} aria-label={t('untukSiapa')}>
          <LinkButton size="sm" href={path} aria-current={profilId === undefined ? 'page' : undefined}>
            {t('semua')}
          </LinkButton>
          {family.map(({ id, nama }) => (
            <LinkButton key={id} size="sm" href={hrefOf(path, { profil: id })} aria-current={profilId === id ? 'page' : undefined}>
              {nama}
            </LinkButton>
          ))}
        </nav>
      )}
      {data.length > 0 ? (
        <LinkRows label={t('judul')}>
          {data.map((own) => (
            <Row key={own.dokumen.id} {...own} />
          ))}
        </LinkRows>
      ) : (
        <EmptyState title={t('kosong')}>{t('kosongIsi')}</EmptyState>
      )}
      {pagination.next_cursor && (
        <div>
          <LinkButton href={hrefOf(path, { profil: profilId, cursor: pagination.next_cursor })}>{t('lama')}</LinkButton>
        </div>
      )}
    </Page>
  )
}

async function Row({ dokumen: { id, jenis, nomor, status, terbit_pada, dokter, profil }, profil_id }: OwnDokumen) {
  const t = await getTranslations('lampiran.dokumen')
  const td = await getTranslations('dokumen')
  return (
    <LinkRow href={`/pasien/dokumen/${id}`} className={classes(styles.row, styles.inList)}>
      <Avatar name={profil.nama} seed={profil_id} letters />
      <span className={styles.words}>
        <strong>{t(`jenis.${jenis}`)}</strong>
        <span className={styles.hint}>
          {' '}
          {td('untuk', { nama: profil.nama })} · {nomor}
        </span>
        <br />
        <span className={styles.hint}>
          <bdi>{dokter.nama}</bdi> · <Time iso={terbit_pada} format="full" />
        </span>
      </span>
      <StatusDokumenChip status={status} />
    </LinkRow>
  )
}
