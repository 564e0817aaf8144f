import { suite } from './fixes-support';

const HELPER = `const ALLOWED_HOSTS = new Set((process.env.ALLOWED_HOSTS ?? '').split(',').filter(Boolean));

/** Only hosts that the configuration names, by HTTPS. */
function assertAllowedUrl(value) {
  const url = new URL(String(value));
  if (url.protocol !== 'https:' || !ALLOWED_HOSTS.has(url.host)) throw new Error('This host is not allowed');
  return url.href;
}
`;

suite('url-guard', {
  javascript: [
    {
      title: 'an argument',
      place: { at: 'axios.get(', value: 0 },
      bad: "const axios = require('axios');\n\nexports.f = (req) => axios.get(`http://${req.query.host}/`);\n",
      good: `const axios = require('axios');\n\n${HELPER}\nexports.f = (req) => axios.get(assertAllowedUrl(\`http://\${req.query.host}/\`));\n`,
    },
    {
      title: 'a member of the options',
      place: { at: 'axios(', value: 'req.query.url' },
      bad: "const axios = require('axios');\n\nexports.f = (req) => axios({ url: req.query.url, method: 'get' });\n",
      good: `const axios = require('axios');\n\n${HELPER}\nexports.f = (req) => axios({ url: assertAllowedUrl(req.query.url), method: 'get' });\n`,
    },
  ],
});
