import { onlyString } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

/** The name that the sender gave a file. */
const UPLOAD_NAME =
  /\b(?:originalname|originalFilename|getOriginalFilename\(\)|getSubmittedFileName\(\)|filename)$|file\w*\.(?:filename|name)$/i;

/** Folders whose files are sent to whoever asks for them. */
const SERVED = /^(?:\.{0,2}\/)?(?:[\w-]+\/)*(?:public|static|www|htdocs|wwwroot|assets)(?:\/|$)/i;

export function isUploadName(source: string): boolean {
  return UPLOAD_NAME.test(source);
}

export default withSettings(
  flow({
    id: 'file-upload-unrestricted',
    title: 'Upload without control of name, size or type',
    cwe: [434, 73, 646, 22],
    owasp: ['A04:2021', 'A06:2025'],
    asvs: ['V5.2.1', 'V5.2.2', 'V5.3.1'],
    severity: 'warning',
    precision: 'high',
    profile: 'recommended',
    layer: 'input',
    family: { name: 'path', rank: 2 },
    from: ['remote'],
    to: ['path'],
    applies: ({ source, variant }) => isUploadName(source) && variant !== 'include',
    // Such a path leads anywhere, as any other from a request.
    severityOf: () => 'error',
    message: ({ source }) =>
      `${source} is the name that the sender gave the file, and it becomes the name on disk; give it a name of your own.`,
    why: 'The sender chooses name, type and size of an upload. A name with dots and slashes writes outside of the folder, one that ends in .html or .svg becomes a page of this site that runs scripts, and files of any size fill the disk.',
    fix: 'Store uploads under names made here, outside of what is served, with a limit for the size and a list of allowed types that is checked against the content. Keep the sender’s name as data.',
    secondLayer:
      'Serve uploads from a domain of their own with nosniff and as attachments; scan them; keep the folder on a disk of its own, mounted without execution.',
    detection: 'Log refused uploads with their sender; alert on a folder that grows faster than usual.',
    tradeOffs: 'Names of one’s own need a table that maps them to those the sender gave, for downloads.',
    references: [
      'https://cwe.mitre.org/data/definitions/434.html',
      'https://cwe.mitre.org/data/definitions/22.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
    ],
    fixes: ['plain-name', 'confine-path', 'set-option'],
  }),
  {
    of: ['upload'],
    check: (facts) => {
      const folder = onlyString(facts.option('folder'));
      if (folder !== undefined && SERVED.test(folder)) {
        return {
          message: `Uploads go to ${folder}, from where they are served as they are; store them elsewhere.`,
          option: 'folder',
          variant: 'served',
        };
      }
      const size = facts.option('size');
      if (!size.isSet && size.values?.includes('unlimited')) {
        return {
          message: `${facts.callee} accepts files of any size; set a limit.`,
          option: 'size',
          variant: 'size',
        };
      }
      const type = facts.option('type');
      if (type.isSet || !type.values?.includes('any')) return undefined;
      return {
        message: `${facts.callee} accepts files of any type; give it a filter with the types that are meant.`,
        option: 'type',
        severity: 'information',
        variant: 'type',
      };
    },
  },
);
