'use client'

import { useTranslations } from 'next-intl'
import { LastSeen } from '@/app/_kabar/last-seen'
import { StatusChip } from '@/app/_konsultasi/status-chip'
import fold from '@/app/_percakapan/context/fold.module.css'
import { useBisa, useLawan, usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { CompleteButton } from '@/app/_percakapan/dialogs/reason-button'
import { Avatar } from '@/app/_ui/avatar'
import { LinkButton } from '@/app/_ui/button'
import { ConnectionChip } from './connection-chip'
import styles from './konsultasi-header.module.css'
import { ToolMenu } from './tool-menu'

/** With whom, in which state, how connected: always in view. */
export function KonsultasiHeader() {
  const t = useTranslations('percakapan')
  const { me } = usePercakapan()
  const lawan = useLawan()
  const bisa = useBisa()
  const konsultasiId = useThread((snapshot) => snapshot.konsultasi.id)
  const status = useThread((snapshot) => snapshot.thread.status)
  const keluhan = useThread((snapshot) => snapshot.konsultasi.keluhan)
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <LinkButton href={`/${me.peran}/konsultasi`} variant="quiet" size="sm" icon="arrow-left" iconOnly>
          {t('semuaKonsultasi')}
        </LinkButton>
        <Avatar name={lawan.nama} seed={lawan.id} size="md" />
        <div className={styles.names}>
          <h1 className={styles.name}>
            <bdi>{lawan.nama}</bdi>
          </h1>
          <p className={styles.detail}>
            <span>{lawan.spesialisasi ?? t('pasien')}</span>
            <LastSeen konsultasiId={konsultasiId} />
          </p>
        </div>
        <div className={styles.tools}>
          <LinkButton href={`/${me.peran}/cari?konsultasi_id=${konsultasiId}`} variant="quiet" size="sm" icon="search" iconOnly>
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
