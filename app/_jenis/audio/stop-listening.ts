import { later } from '@/lib/client/page/later'

const player = later(() => import('@/lib/client/lampiran/voice/player'))

/** Ends what is being listened to. What plays comes with the first recording. */
export const stopListening = () => player.now()?.stopPlaying()
