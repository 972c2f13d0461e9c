'use client'

import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { LastSeen } from '@/app/_kabar/last-seen'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import fold from '@/app/_percakapan/context/fold.module.css'
import { useBisa, useLawan, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { CompleteButton } from '@/app/_percakapan/dialogs/reason-button'
import { useTool } from '@/app/_percakapan/dialogs/tools'
import { Avatar } from '@/app/_ui/avatar'
import { LinkButton } from '@/app/_ui/button'
import { ConnectionChip } from './connection-chip'
import styles from './konsultasi-header.module.css'
import { ToolMenu } from './tool-menu'

const QUIET = { variant: 'quiet', size: 'sm', iconOnly: true } as const

/** With whom, in which state, how connected: always in view. */
export function KonsultasiHeader({ whom: line }: { whom: ReactNode }) {
  const t = useTranslations('percakapan')
  const { me } = usePercakapan()
  const lawan = useLawan()
  const bisa = useBisa()
  const status = useThread((snapshot) => snapshot.thread.status)
  const konsultasi = useThread((snapshot) => snapshot.konsultasi)
  const { id: konsultasiId, keluhan } = konsultasi
  const open = useTool()
  // A page of its own without scripts, and for whoever wants it beside the conversation.
  const onSearch = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open('cari')
  }
  const isDokter = me.peran === 'dokter'
  // A page that was kept before there were profil knows its pasien alone.
  const shown = isDokter ? (konsultasi.profil ?? lawan) : lawan
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <LinkButton href={`/${me.peran}/konsultasi`} {...QUIET} icon="arrow-left">
          {t('semuaKonsultasi')}
        </LinkButton>
        <Avatar name={shown.nama} seed={shown.id} size="md" letters={isDokter} />
        <div className={styles.names}>
          <h1 className={styles.name}>
            <bdi>{shown.nama}</bdi>
          </h1>
          <p className={styles.detail}>
            <span>{lawan.spesialisasi ?? t('pasien')}</span>
            <LastSeen konsultasiId={konsultasiId} />
          </p>
        </div>
        <div className={styles.tools}>
          <LinkButton href={`/${me.peran}/cari?konsultasi_id=${konsultasiId}`} {...QUIET} icon="search" onClick={onSearch}>
            {t('cari')}
          </LinkButton>
          <ToolMenu />
        </div>
        <div className={styles.line}>
          <div className={styles.states}>
            <StatusChip status={status} />
            <ConnectionChip />
          </div>
          {bisa.selesaikan && <CompleteButton />}
        </div>
      </div>
      {line}
      <details className={fold.fold} open={status === 'pending'}>
        <summary>
          <span className={fold.label}>{t('keluhan')}</span>
          <bdi className={fold.first} translate="yes">
            {keluhan}
          </bdi>
        </summary>
        <p className={fold.text} dir="auto" translate="yes">
          {keluhan}
        </p>
      </details>
    </header>
  )
}
