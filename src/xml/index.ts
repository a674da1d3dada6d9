/**
 * XML and JSON by a model: documents are converted as a schema with OpenAPI's `xml` hints says, strictly both ways. Documents come
 * from clients: none expands, none fetches, none goes deeper than a limit.
 */
export { compileXmlConversion, type XmlConversion } from './by-model/convert.ts';
export { XmlConversionError, XmlModelError, XmlSyntaxError } from './errors.ts';
export { parseXml } from './parse-xml.ts';
