import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Texts } from '@/app/_shell/texts'
import { Alert } from '@/app/_ui/alert'
import { Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time/time'
import { ADDRESS_HEADER } from '@/lib/auth/address'
import type { VerifikasiView } from '@/lib/contract/dokumen'
import { Refusal } from '@/lib/domain/refusal'
import { verifyDokumen } from '@/lib/operations/verify-dokumen'
import { CompareForm } from './compare-form'
import { RedeemForm } from './redeem-form'
import styles from './verifikasi.module.css'

interface Props {
  readonly params: Promise<{ kode: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verifikasi'))('judul'), robots: { index: false } }
}

const TONES = { berlaku: 'success', diganti: 'attention', dibatalkan: 'danger' } as const

/** Is this dokumen real, and does it still hold? For anybody who has it in their hands; nothing of its content. The first part needs no script. */
export default async function VerifikasiPage({ params }: Props) {
  const t = await getTranslations('verifikasi')
  const jenis = await getTranslations('lampiran.dokumen.jenis')
  const { kode } = await params
  const found = await verify(kode)
  if (!found)
    return (
      <Page title={t('judul')} narrow>
        <Alert tone="attention">
          <p>{t('ramai')}</p>
        </Alert>
      </Page>
    )
  const { nomor, versi, status, terbit_pada, dokter, pasien, digantikan_oleh, ditebus, sha256_pdf } = found
  return (
    <Page title={t('asli', { jenis: jenis(found.jenis) })} lead={t('isi')} narrow>
      <Alert tone={TONES[status]} title={t(`status.${status}.judul`)}>
        <p>{t(`status.${status}.isi`)}</p>
        {digantikan_oleh && (
          <p>
            <Link href={`/v/${digantikan_oleh}`}>{t('versiBaru')}</Link>
          </p>
        )}
      </Alert>
      <dl className={styles.facts}>
        <Fact name={t('nomor')}>{versi > 1 ? t('nomorVersi', { nomor, versi }) : nomor}</Fact>
        <Fact name={t('terbit')}>
          <Time iso={terbit_pada} />
        </Fact>
        <Fact name={t('dokter')}>{dokter.nama}</Fact>
        <Fact name={t('sip')}>{dokter.nomor_sip}</Fact>
        <Fact name={t('pasien')}>
          {pasien.tahun_lahir === null ? pasien.inisial : t('pasienLahir', { inisial: pasien.inisial, tahun: String(pasien.tahun_lahir) })}
        </Fact>
        <Fact name={t('sidik')}>
          <span className={styles.hash}>{sha256_pdf}</span>
        </Fact>
      </dl>
      {ditebus.length > 0 && (
        <Section title={t('ditebus')} id="ditebus">
          <ul className={styles.list}>
            {ditebus.map(({ pada, apotek }) => (
              <li key={pada}>
                {apotek}, <Time iso={pada} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Texts of={['verifikasi']}>
        <Section title={t('banding.judul')} id="banding">
          <NeedsScript words={t('perluSkrip')}>
            <CompareForm sha256={sha256_pdf} />
          </NeedsScript>
        </Section>
        {found.jenis === 'resep' && status === 'berlaku' && (
          <Section title={t('tebus.judul')} id="tebus">
            <NeedsScript words={t('perluSkrip')}>
              <RedeemForm kode={kode} />
            </NeedsScript>
          </Section>
        )}
      </Texts>
    </Page>
  )
}

/** What does nothing without script is not offered there: a form that went out would be answered by nobody. */
const NeedsScript = ({ words, children }: { words: string; children: ReactNode }) => (
  <>
    <noscript>
      <p>{words}</p>
    </noscript>
    <div className={styles.scripted}>{children}</div>
  </>
)

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** @returns null when this address asks too often */
async function verify(kode: string): Promise<VerifikasiView | null> {
  try {
    return await verifyDokumen(kode, (await headers()).get(ADDRESS_HEADER))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    if (error instanceof Refusal && error.code === 'rate_limited') return null
    throw error
  }
}
