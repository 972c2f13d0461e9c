import { dayOf } from '@/lib/data/sip'
import { type StatusSip, statusSip } from '@/lib/domain/sip'
import { dayAtKlinik } from '@/lib/domain/zona'

interface SipView {
  readonly sip_berlaku_sampai: string | null
  readonly status_sip: StatusSip
}

/** Until when the SIP of a dokter is valid, and how that stands today. */
export function presentSip(berlakuSampai: Date | null): SipView {
  const until = dayOf(berlakuSampai)
  return { sip_berlaku_sampai: until, status_sip: statusSip(until, dayAtKlinik(new Date())) }
}
