const SYSTEM_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'];
// PostgreSQL: connection exceptions, and a server that is starting or ending.
const DATABASE_CODE = /^08|^57P0[123]$/;
// The driver gives these no code.
const DRIVER_WORDS = /^Connection terminated|timeout exceeded when trying to connect/;

const textOf = (error: Error, property: 'code' | 'syscall'): string => {
  const value: unknown = Reflect.get(error, property);
  return typeof value === 'string' ? value : '';
};

/** True where a part that this one needs does not answer, rather than answers wrongly. */
export const isUnreachable = (error: Error): boolean => {
  const code = textOf(error, 'code');
  return (
    SYSTEM_CODES.includes(code) ||
    textOf(error, 'syscall') === 'connect' ||
    DATABASE_CODE.test(code) ||
    DRIVER_WORDS.test(error.message)
  );
};
