import { model } from '../../../facts/model';
import {
  RESPONSE_BODY,
  SPRING_GET,
  SPRING_HEADER,
  SPRING_MAPPINGS,
  SPRING_PARAMETER,
  SPRING_PARAMETERS,
} from './_words';

/** What a handler may ask for beside values of the request. */
const INJECTED = [
  'org.springframework.ui.Model',
  'org.springframework.ui.ModelMap',
  'org.springframework.ui.ExtendedModelMap',
  'org.springframework.validation.BindingResult',
  'org.springframework.validation.Errors',
  'org.springframework.web.servlet.mvc.support.RedirectAttributes',
  'org.springframework.web.bind.support.SessionStatus',
  'org.springframework.web.context.request.WebRequest',
  'org.springframework.web.context.request.NativeWebRequest',
  'org.springframework.web.util.UriComponentsBuilder',
  'org.springframework.web.server.ServerWebExchange',
  'org.springframework.web.server.WebSession',
  'org.springframework.http.server.reactive.ServerHttpRequest',
  'org.springframework.http.server.reactive.ServerHttpResponse',
  'org.springframework.http.HttpMethod',
  'org.springframework.security.core.Authentication',
  'org.springframework.security.core.userdetails.UserDetails',
  'org.springframework.data.domain.Pageable',
  'org.springframework.data.domain.Sort',
  'java.security.Principal',
  'java.util.Locale',
  'java.util.TimeZone',
  'java.time.ZoneId',
  'java.util.Map',
  'java.io.OutputStream',
  'java.io.Writer',
  ...['javax', 'jakarta'].flatMap((prefix) =>
    [
      'ServletRequest',
      'ServletResponse',
      'http.HttpServletRequest',
      'http.HttpServletResponse',
      'http.HttpSession',
    ].map((name) => `${prefix}.servlet.${name}`),
  ),
];

const NOT_FROM_THE_REQUEST = [
  'org.springframework.web.bind.annotation.SessionAttribute',
  'org.springframework.web.bind.annotation.RequestAttribute',
  'org.springframework.security.core.annotation.AuthenticationPrincipal',
  'org.springframework.beans.factory.annotation.Value',
  'org.springframework.beans.factory.annotation.Autowired',
];

export default model({
  library: 'org.springframework.web.bind.annotation',
  sources: {
    remote: [
      { parameterWith: SPRING_PARAMETERS.filter((name) => name !== SPRING_HEADER && name !== SPRING_PARAMETER) },
      // Of other requests it may as well be a field of a form.
      { parameterWith: [SPRING_PARAMETER], part: 'query', partWith: [SPRING_GET] },
      { parameterWith: [SPRING_HEADER], harmlessTo: ['log', 'header'] },
      {
        parametersOf: SPRING_MAPPINGS,
        exceptTypes: INJECTED,
        exceptWith: [...NOT_FROM_THE_REQUEST, ...SPRING_PARAMETERS],
      },
      {
        parametersOf: ['org.springframework.messaging.handler.annotation.MessageMapping'],
        exceptTypes: [...INJECTED, 'org.springframework.messaging.simp.SimpMessageHeaderAccessor'],
        exceptWith: ['org.springframework.messaging.handler.annotation.Headers'],
      },
    ],
  },
  sinks: {
    answer: [
      {
        returnOf: SPRING_MAPPINGS,
        andWith: RESPONSE_BODY,
        returnTypes: ['java.lang.String', 'org.springframework.http.ResponseEntity<java.lang.String>'],
        variant: 'any',
      },
    ],
    html: [
      {
        // Text without a declared type is sent as what a browser asks for: HTML.
        returnOf: SPRING_MAPPINGS,
        andWith: RESPONSE_BODY,
        returnTypes: ['java.lang.String', 'org.springframework.http.ResponseEntity<java.lang.String>'],
        exceptSaying: { of: SPRING_MAPPINGS, argument: 'produces', unlike: ['html', '*/*', 'ALL'] },
        fix: { escape: '@{org.springframework.web.util.HtmlUtils}.htmlEscape($value)' },
      },
    ],
    // `$return` is how the returned text begins.
    redirect: [
      {
        returnOf: SPRING_MAPPINGS,
        andWith: ['org.springframework.stereotype.Controller'],
        returnTypes: ['java.lang.String'],
        exceptWith: RESPONSE_BODY,
        when: { $return: 'redirect:' },
      },
    ],
    template: [
      {
        returnOf: SPRING_MAPPINGS,
        andWith: ['org.springframework.stereotype.Controller'],
        returnTypes: ['java.lang.String'],
        exceptWith: RESPONSE_BODY,
        unless: { $return: ['redirect:', 'forward:'] },
        variant: 'name',
      },
    ],
  },
  renders: ['java.lang.String', 'org.springframework.web.servlet.ModelAndView'].map((type) => ({
    returnOf: SPRING_MAPPINGS,
    andWith: ['org.springframework.stereotype.Controller'],
    returnTypes: [type],
    exceptWith: RESPONSE_BODY,
    template: '$return',
    values: [],
    filled: 'org.springframework.ui:Shown',
  })),
  controls: [
    {
      kind: 'authorization',
      unless: ['permitAll'],
      with: [
        'org.springframework.security.access.prepost.PreAuthorize',
        'org.springframework.security.access.annotation.Secured',
        ...['javax', 'jakarta'].flatMap((prefix) =>
          ['RolesAllowed', 'DenyAll'].map((name) => `${prefix}.annotation.security.${name}`),
        ),
      ],
    },
    {
      kind: 'public',
      with: ['org.springframework.security.access.prepost.PreAuthorize'],
      saying: ['permitAll'],
    },
    { kind: 'public', with: ['javax.annotation.security.PermitAll', 'jakarta.annotation.security.PermitAll'] },
    {
      kind: 'validation',
      parameterWith: [
        'javax.validation.Valid',
        'jakarta.validation.Valid',
        'org.springframework.validation.annotation.Validated',
      ],
    },
  ],
  declaredRoutes: [
    {
      methodsWith: {
        ...Object.fromEntries(
          ['Get', 'Post', 'Put', 'Patch', 'Delete'].map((name) => [
            `org.springframework.web.bind.annotation.${name}Mapping`,
            [name.toUpperCase()],
          ]),
        ),
        'org.springframework.web.bind.annotation.RequestMapping': ['*'],
      },
      methodArgument: 'method',
      pathArguments: ['value', 'path'],
      prefixWith: ['org.springframework.web.bind.annotation.RequestMapping'],
      classWith: [
        'org.springframework.stereotype.Controller',
        'org.springframework.web.bind.annotation.RestController',
      ],
      guardedBy: ['org.springframework.security.config.annotation.web.builders'],
    },
  ],
  configs: [
    {
      kind: 'cors',
      at: 'CrossOrigin()',
      options: {
        origin: { from: ['$origins', '$originPatterns', '$value', '$0'], unset: '*' },
        credentials: { from: ['$allowCredentials'] },
      },
    },
  ],
});
