import { model } from '../../../facts/model';
import { ESCAPE_DJANGO } from './_words';

export default model({
  library: 'django.utils',
  sinks: {
    html: [
      { at: 'safestring.mark_safe($0)', variant: 'trusted', fix: ESCAPE_DJANGO },
      { at: 'safestring.SafeString($0)', variant: 'trusted', fix: ESCAPE_DJANGO },
      { at: 'html.format_html($0)', variant: 'trusted' },
    ],
  },
  sanitizers: [
    { at: 'html.escape()', cleans: ['html', 'xml'] },
    { at: 'html.conditional_escape()', cleans: ['html', 'xml'] },
    { at: 'html.format_html()', cleans: ['html'] },
    { at: 'html.format_html_join()', cleans: ['html'] },
    { at: 'html.escapejs()', cleans: ['html', 'html-script'] },
    { at: 'html.json_script()', cleans: ['html', 'html-script'] },
    { at: 'html.urlize()', cleans: ['html'] },
    { at: 'text.get_valid_filename()', cleans: ['path', 'header'] },
    { at: 'text.slugify()', cleans: 'all' },
    { at: '_os.safe_join()', cleans: ['path'] },
    { at: 'http.urlencode()', cleans: ['html', 'html-script', 'header', 'log', 'redirect'] },
    { at: 'http.urlquote()', cleans: ['html', 'html-script', 'header', 'log'] },
    { at: 'dateparse.{parse_date,parse_datetime,parse_time,parse_duration}()', cleans: 'all' },
  ],
  guards: [
    { at: 'http.url_has_allowed_host_and_scheme($0)', cleans: ['redirect', 'url'] },
    { at: 'http.is_safe_url($0)', cleans: ['redirect', 'url'] },
  ],
});
