import { model } from '../../../facts/model';
import { FILTERS } from '../expressions';

/** Filters of Jinja, Django, Nunjucks, Swig and Twig by what they make of a value; a name means the same in all of them. */
export default model({
  library: FILTERS,
  sanitizers: [
    // FreeMarker's functions.
    { at: `${FILTERS}.{html,xhtml,esc,url,url_path}($0)`, cleans: ['html'] },
    { at: `${FILTERS}.{js_string,json_string}($0)`, cleans: ['html-script'] },
    { at: `${FILTERS}.{c,size,number,string_number,boolean}($0)`, cleans: 'all' },
    { at: `${FILTERS}.{e,h,escape,force_escape,forceescape}($0)`, cleans: ['html'] },
    // Paragraphs, links and lists are made of escaped text.
    {
      at: `${FILTERS}.{linebreaks,linebreaksbr,linenumbers,urlize,urlizetrunc,unordered_list,xmlattr}($0)`,
      cleans: ['html'],
    },
    { at: `${FILTERS}.{urlencode,url_encode,iriencode,slugify,cut_html}($0)`, cleans: ['html', 'html-script'] },
    { at: `${FILTERS}.{tojson,json_script,escapejs,escape_js,htmlsafe_json}($0)`, cleans: ['html', 'html-script'] },
    {
      at: `${FILTERS}.{length,count,wordcount,int,float,abs,round,sum,filesizeformat,floatformat,intcomma,date,time,timesince,timeuntil,naturaltime,pluralize,yesno,length_is,divisibleby,add_days,number_format,format_date,date_format,localtime,utc}($0)`,
      cleans: 'all',
    },
    { at: `${FILTERS}.{sanitize,sanitize_html,bleach,clean,clean_html,purify,strip_scripts}($0)`, cleans: ['html'] },
  ],
  propagators: [
    { at: `${FILTERS}.{upper_case,lower_case,cap_first,uncap_first,no_esc,trim,left_pad,right_pad}()` },
    {
      at: `${FILTERS}.{upper,lower,title,capitalize,capfirst,trim,strip,string,stringformat,center,ljust,rjust,indent,wordwrap}()`,
    },
    {
      at: `${FILTERS}.{default,default_if_none,d,join,replace,cut,truncate,truncatechars,truncatewords,truncate_html}()`,
    },
    {
      at: `${FILTERS}.{striptags,removetags,format,add,concat,first,last,random,reverse,sort,unique,list,slice,batch,nl2br}()`,
    },
    { at: `${FILTERS}.{truncatechars_html,truncatewords_html,json,json_encode,dump,pprint,trans,markdown}()` },
  ],
});
