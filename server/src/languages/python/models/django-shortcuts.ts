import { model } from '../../../facts/model';

const REDIRECT = {
  redirect: '$value if @{django.utils.http#url_has_allowed_host_and_scheme}($value, {request.get_host()}) else "/"',
};

export default model({
  library: 'django.shortcuts',
  sinks: { redirect: [{ at: 'redirect($0)', fix: REDIRECT }, 'redirect($to)'] },
  sanitizers: [
    { at: 'render()', cleans: 'all' },
    { at: 'render_to_response()', cleans: 'all' },
  ],
  configs: [
    { kind: 'pages', at: 'render()', options: {} },
    { kind: 'pages', at: 'render_to_response()', options: {} },
  ],
  renders: [
    { at: 'render()', template: '$1', values: ['$2', '$context'], also: { request: '$0' }, escapes: true },
    { at: 'render_to_response()', template: '$0', values: ['$1', '$context'], escapes: true },
  ],
  propagators: [
    { at: 'redirect()', to: [] },
    // Rows are what the database holds.
    { at: 'get_object_or_404()', to: [] },
    { at: 'get_list_or_404()', to: [] },
  ],
});
