import { useTranslations } from 'next-intl'
import { Chip, type Tone } from '@/app/_ui/badge'
import type { IconName } from '@/app/_ui/icon'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'

const LOOKS: Record<StatusKonsultasi, readonly [Tone, IconName]> = {
  pending: ['attention', 'clock'],
  active: ['primary', 'chat'],
  completed: ['info', 'check'],
  cancelled: ['neutral', 'close'],
  rejected: ['danger', 'close'],
  expired: ['neutral', 'clock'],
}

/** The status of a konsultasi in a word, a colour and an icon. Needs `umum`. */
export function StatusChip({ status }: { status: StatusKonsultasi }) {
  const t = useTranslations('umum.status')
  const [tone, icon] = LOOKS[status]
  return (
    <Chip tone={tone} icon={icon}>
      {t(status)}
    </Chip>
  )
}
