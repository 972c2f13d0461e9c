/** The address of the client, as the web server in front of everything found it (lib/cli/client-address.mjs): what a client sends by this name is overwritten. */
export const ADDRESS_HEADER = 'x-sapa-alamat'
