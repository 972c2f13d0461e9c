'use client'

import { useTranslations } from 'next-intl'
import { useLawan, usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { usePesanActions } from '@/app/_percakapan/context/pesan-actions-context'
import { classes } from '@/app/_ui/classes'
import type { PesanView } from '@/lib/contract/pesan'
import { EMOJI } from '@/lib/domain/pesan'
import styles from './reaksi-list.module.css'

/** What each reaction means and whose it is. The own one takes itself back, another's is joined. */
export function ReaksiList({ pesan, all }: { pesan: PesanView; all: Readonly<PesanView['reaksi']> }) {
  const t = useTranslations('percakapan.reaksi')
  const { me } = usePercakapan()
  const lawan = useLawan()
  const { canTakePart, react } = usePesanActions()
  const used = EMOJI.filter((emoji) => all.some((one) => one.emoji === emoji))
  return (
    <ul className={styles.reaksi} aria-label={t('pada')}>
      {used.map((emoji) => {
        const people = all.filter((one) => one.emoji === emoji).map((one) => one.pengguna_id)
        const own = people.includes(me.id)
        const names = people.map((id) => (id === me.id ? t('anda') : lawan.nama)).join(', ')
        const name = t('dari', { arti: t(emoji), nama: names })
        return (
          <li key={emoji}>
            {canTakePart ? (
              <button
                type="button"
                className={classes(styles.chip, own && styles.own)}
                aria-label={name}
                aria-pressed={own}
                title={name}
                onClick={() => react(pesan, emoji)}
              >
                <Sign emoji={emoji} count={people.length} />
              </button>
            ) : (
              <span className={styles.chip} role="img" aria-label={name} title={name}>
                <Sign emoji={emoji} count={people.length} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Sign = ({ emoji, count }: { emoji: string; count: number }) => (
  <>
    <span className={styles.sign} aria-hidden="true">
      {emoji}
    </span>
    {count > 1 && <span aria-hidden="true">{count}</span>}
  </>
)
