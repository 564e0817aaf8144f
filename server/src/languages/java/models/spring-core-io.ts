import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.core.io',
  types: {
    Loader: [
      'type org.springframework.core.io.ResourceLoader',
      'type org.springframework.context.ApplicationContext',
      'DefaultResourceLoader()',
      'FileSystemResourceLoader()',
    ],
  },
  sinks: {
    path: ['Loader.getResource($0)', 'FileSystemResource($0)', 'PathResource($0)', 'ClassPathResource($0)'],
    url: ['UrlResource($0)'],
  },
  propagators: [
    { at: 'Loader.getResource()', to: [] },
    { at: 'FileSystemResource()', to: [] },
    { at: 'PathResource()', to: [] },
    { at: 'ClassPathResource()', to: [] },
    { at: 'UrlResource()', to: [] },
  ],
});
