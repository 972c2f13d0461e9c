'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/button'
import { useKnownUnread } from './use-unread-total'

interface Props {
  readonly wing: 'pasien' | 'dokter'
  readonly penggunaId: string
  /** As the server counted when it made the page. */
  readonly first: number
}

/** From a home page, which lists what goes on, to what is unread in konsultasi that have ended: the title counts it too. */
export function UnreadEnded({ wing, penggunaId, first }: Props) {
  const t = useTranslations('kabar')
  const jumlah = useKnownUnread(penggunaId)?.unread_selesai ?? first
  if (jumlah === 0) return null
  return (
    <LinkButton href={`/${wing}/konsultasi?status=completed`} icon="chat">
      {t('selesaiBelumDibaca', { jumlah })}
    </LinkButton>
  )
}
