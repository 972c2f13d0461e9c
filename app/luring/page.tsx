import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Texts } from '@/app/_shell/texts'
import { WING_TEXTS } from '@/app/_shell/wing-texts'
import { Luring } from './luring'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('luring'))('judul'), robots: { index: false } }
}

/** The shell that the service worker keeps for the time without a network. It asks for nobody and holds nothing of anybody. */
export default function LuringPage() {
  return (
    <Texts of={[...WING_TEXTS.pasien, 'dokter', 'luring']}>
      <Luring />
    </Texts>
  )
}
