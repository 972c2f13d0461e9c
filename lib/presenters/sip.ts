import { type StatusSip, statusSip } from '@/lib/domain/sip'
import { dayInWib } from '@/lib/domain/zona'

interface SipView {
  readonly sip_berlaku_sampai: string | null
  readonly status_sip: StatusSip
}

/** Until when the SIP of a dokter is valid (`YYYY-MM-DD`), and how that stands today. */
export const presentSip = (berlakuSampai: string | null): SipView => ({
  sip_berlaku_sampai: berlakuSampai,
  status_sip: statusSip(berlakuSampai, dayInWib(new Date())),
})
