import { Refusal, type RefusalDetails } from '@/lib/domain/refusal'

/**
 * Lets a verb go on where its question was answered with yes: an operation begins with `allow(canDo(actor, …))`, as soon as it knows what it
 * is asked about. `why` has another sentence than that of `forbidden`. @throws Refusal `forbidden`
 */
export function allow(may: boolean, why?: RefusalDetails): void {
  if (!may) throw new Refusal('forbidden', why)
}
