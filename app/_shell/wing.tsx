import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { isWalled, unconfirmedEmail } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import type { Namespace } from '@/lib/i18n/messages'
import { CONFIG_META } from '@/lib/realtime/channels'
import { realtimeConfigFor } from '@/lib/realtime/config'
import { Shell } from './shell'
import { Texts } from './texts'

interface Props {
  readonly actor: Actor
  readonly texts: readonly Namespace[]
  readonly children: ReactNode
}

/** Around the pages of a pasien, a dokter and of one's own account: the frame, its texts, and how events reach it. */
export async function Wing({ actor, texts, children }: Props) {
  const config = realtimeConfigFor((await headers()).get('host'))
  const owner = { id: toId('pengguna', actor.id), nama: actor.nama, peran: actor.peran }
  return (
    <Texts of={texts}>
      <meta name={CONFIG_META} content={JSON.stringify(config)} />
      <Shell owner={owner} walled={isWalled(actor)} unconfirmed={unconfirmedEmail(actor)}>
        {children}
      </Shell>
    </Texts>
  )
}
