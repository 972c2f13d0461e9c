import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/app/_ui/button'
import { Icon, type IconName } from '@/app/_ui/icon'
import { currentActor } from '@/lib/auth/pages'
import styles from './beranda.module.css'
import { SampleTalk } from './sample-talk'

/** What this is, for whoever is not signed in; all others go on to their own wing. */
export default async function BerandaPage() {
  const actor = await currentActor()
  if (actor) redirect(`/${actor.peran}`)

  const t = await getTranslations('publik.beranda')
  return (
    <>
      <section className={styles.hero}>
        <div className={styles.words}>
          <h1 className={styles.title}>{t('judul')}</h1>
          <p className={styles.lead}>{t('isi')}</p>
          <div className={styles.actions}>
            <LinkButton href="/daftar" variant="primary">
              {t('daftar')}
            </LinkButton>
            <LinkButton href="/masuk">{t('masuk')}</LinkButton>
          </div>
          <p>
            <Link href="/daftar?peran=dokter" prefetch={false}>
              {t('dokter')}
            </Link>
          </p>
        </div>
        <SampleTalk />
      </section>
      <Steps />
      <People />
      <Limits />
    </>
  )
}

async function Steps() {
  const t = await getTranslations('publik.beranda.jalan')
  return (
    <section className={styles.band} aria-labelledby="jalan">
      <h2 id="jalan">{t('judul')}</h2>
      <ol className={styles.steps}>
        {(['satu', 'dua', 'tiga', 'empat'] as const).map((step) => (
          <li key={step}>
            <h3>{t(`${step}.judul`)}</h3>
            <p>{t(`${step}.isi`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const PEOPLE = [
  ['pasien', 'user'],
  ['dokter', 'stethoscope'],
  ['klinik', 'shield'],
] as const satisfies readonly (readonly [string, IconName])[]

async function People() {
  const t = await getTranslations('publik.beranda.siapa')
  return (
    <section className={styles.band} aria-labelledby="siapa">
      <h2 id="siapa">{t('judul')}</h2>
      <div className={styles.people}>
        {PEOPLE.map(([who, icon]) => (
          <div key={who} className={styles.person}>
            <Icon name={icon} className={styles.personIcon} />
            <h3>{t(`${who}.judul`)}</h3>
            <p>{t(`${who}.isi`)}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

async function Limits() {
  const t = await getTranslations('publik.beranda.batas')
  return (
    <section className={styles.band} aria-labelledby="batas">
      <div className={styles.limits}>
        <h2 id="batas">{t('judul')}</h2>
        <ul>
          <li className={styles.urgent}>
            <Icon name="alert" />
            <p>{t('darurat')}</p>
          </li>
          <li>
            <Icon name="clock" />
            <p>{t('tunggu')}</p>
          </li>
          <li>
            <Icon name="file" />
            <p>{t('catatan')}</p>
          </li>
        </ul>
      </div>
    </section>
  )
}
