import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import meja from '@/app/_meja/meja.module.css'
import { LinkButton } from '@/app/_ui/button'
import { Section } from '@/app/_ui/card'
import { Page } from '@/app/_ui/page'
import { requireWing } from '@/lib/auth/pages'
import { readStatistik } from '@/lib/operations/read-statistik'
import { DayChart } from './_ringkasan/day-chart'
import { StatusBars } from './_ringkasan/status-bars'
import { Durations, PeopleTiles, WaitingTiles } from './_ringkasan/tiles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.ringkasan'))('judul') }
}

/** How the clinic is doing: what waits first, then how fast, how much and how it ended. */
export default async function RingkasanPage() {
  const actor = await requireWing('admin')
  const statistik = await readStatistik(actor)
  const [t, bahaya, tm, ta, tb] = await Promise.all([
    getTranslations('admin.ringkasan'),
    getTranslations('admin.bahaya'),
    getTranslations('admin.meja'),
    getTranslations('admin.angka'),
    getTranslations('meja.balasan'),
  ])
  return (
    <Page title={t('judul')} lead={t('isi')}>
      <WaitingTiles statistik={statistik} />
      <nav className={meja.links} aria-label={t('lain')}>
        <LinkButton href="/admin/meja" icon="clock">
          {tm('judul')}
        </LinkButton>
        <LinkButton href="/admin/angka" icon="stethoscope">
          {ta('judul')}
        </LinkButton>
        <LinkButton href="/admin/tanda-bahaya" icon="alert">
          {bahaya('judul')}
        </LinkButton>
        <LinkButton href="/admin/balasan-cepat" icon="text">
          {tb('judul')}
        </LinkButton>
      </nav>
      <Section title={t('waktu.judul')} id="waktu">
        <Durations statistik={statistik} />
      </Section>
      <Section title={t('harian.judul')} id="harian">
        <DayChart days={statistik.per_hari} />
      </Section>
      <Section title={t('status.judul')} id="status">
        <StatusBars konsultasi={statistik.konsultasi} />
      </Section>
      <Section title={t('pengguna.judul')} id="pengguna">
        <PeopleTiles statistik={statistik} />
      </Section>
    </Page>
  )
}
