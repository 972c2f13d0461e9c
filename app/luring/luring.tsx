'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ForWhom } from '@/app/_percakapan/head/for-whom'
import { ForOther } from '@/app/_percakapan/head/whom-line'
import { Percakapan } from '@/app/_percakapan/percakapan'
import { Notice } from '@/app/_shell/notice'
import { Shell } from '@/app/_shell/shell'
import { Button } from '@/app/_ui/button'
import { readSalinan, type Salinan } from '@/lib/client/thread/salinan'
import { KeptList } from './kept-list'
import { openLinksAfresh } from './ways'

type Kept = NonNullable<Awaited<ReturnType<typeof readSalinan>>>

/** What this device itself knows, in the place of the page that cannot be reached. */
export function Luring() {
  const kept = useKept()
  useEffect(openLinksAfresh, [])
  if (kept === undefined) return <Waking />
  if (kept === null || kept.owner.peran === 'admin') return <NoNetwork />
  const { owner, all } = kept
  const asked = /^\/(?:pasien|dokter)\/konsultasi\/(konsultasi_\w+)/.exec(location.pathname)?.[1]
  const found = all.find(({ konsultasi_id }) => konsultasi_id === asked)
  return (
    <Shell owner={owner}>
      {found ? (
        <Conversation kept={found} me={owner} />
      ) : (
        <KeptList wing={owner.peran as 'pasien' | 'dokter'} penggunaId={owner.id} all={all} missing={asked !== undefined} />
      )}
    </Shell>
  )
}

/** It is the conversation itself: what is written goes into the outbox, and with the network it catches up. */
const Conversation = ({ kept: { konsultasi, page, bisa }, me }: { kept: Salinan; me: Kept['owner'] }) => (
  <Percakapan
    konsultasi={konsultasi}
    page={page}
    around={null}
    me={{ id: me.id, peran: me.peran, email: null }}
    bisa={bisa}
    whom={me.peran === 'dokter' ? <ForWhom /> : <ForOther konsultasi={konsultasi} />}
  />
)

function Waking() {
  const t = useTranslations('luring')
  return (
    <Notice title={t('memuat')} action={null}>
      {null}
    </Notice>
  )
}

function NoNetwork() {
  const t = useTranslations('luring')
  return (
    <Notice
      title={t('judul')}
      action={
        <Button variant="primary" icon="retry" onClick={() => location.reload()}>
          {t('cobaLagi')}
        </Button>
      }
    >
      <p>{t('isi')}</p>
    </Notice>
  )
}

/** undefined while it is being read, null when this device knows nobody. */
function useKept(): Kept | null | undefined {
  const [kept, setKept] = useState<Kept | null>()
  useEffect(() => {
    void readSalinan().then(setKept)
  }, [])
  return kept
}
