/**
 * Ends the process with a plain message when Node is older than package.json's `engines`; import it
 * before anything else, since other modules use what older versions lack.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 18)) {
  console.error(`Shirube needs Node 20.18 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
