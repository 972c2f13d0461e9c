import { manageDaftar } from './daftar'

/** What an operator does about the list of medicines. */
export const main = (args: string[]): Promise<void> => manageDaftar('obat', args)
